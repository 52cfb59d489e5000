/** A service that takes orders and has them paid by another. */
package com.example.orders;
