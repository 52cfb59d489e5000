/**
 * {@code report.html} as a browser shows it: what a person reads, with and without scripts and styles, on light and dark
 * pages, with a mouse and with a keyboard.
 */
package dev.foreshock.cli.browser;
