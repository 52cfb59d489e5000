// Cursor, zoom and readout of all charts that share the axis of time. The page says everything without this script;
// what it shows it reads from the drawings, which say on their axes what they measure.
(() => {
  'use strict';
  const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 604800];
  const MOST_TICKS = 8;
  const LETTER = 7;
  const LEAST_SHARE = 1 / 500; // of the whole time, that zooming leaves
  const charts = [];
  let start = 0, length = 0, from = 0, until = 0, cursor = null, focused = null, dragged = null;

  // --- small tools

  const clamp = (value, low, high) => Math.min(high, Math.max(low, value));
  const two = number => String(number).padStart(2, '0');
  const numbers = data => Object.fromEntries(Object.entries(data).map(([name, text]) => [name, Number(text)]));

  function svgNode(parent, name, attributes) {
    const node = document.createElementNS(parent.namespaceURI, name);
    Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
    return parent.appendChild(node);
  }

  function htmlNode(name, attributes, text) {
    const node = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
    node.textContent = text;
    return node;
  }

  function clock(second, withSeconds) {
    const at = new Date((start + Math.round(second)) * 1000); // local times, written as if they were UTC
    const day = length > 86400 ? two(at.getUTCMonth() + 1) + '-' + two(at.getUTCDate()) + ' ' : '';
    return day + two(at.getUTCHours()) + ':' + two(at.getUTCMinutes()) + (withSeconds ? ':' + two(at.getUTCSeconds()) : '');
  }

  function plain(value, unit) {
    const decimals = clamp(-Math.ceil(Math.log10(unit) - 1e-9), 0, 9);
    const power = Math.pow(10, Math.ceil(Math.log10(unit) - 1e-9));
    return (Math.round(value / power) * power).toFixed(decimals);
  }

  function span(seconds, unit) {
    if (seconds < 1) { return plain(seconds * 1e3, unit * 1e3) + ' ms'; }
    if (seconds < 60) { return plain(seconds, unit) + ' s'; }
    const whole = Math.round(seconds);
    return whole < 3600
        ? Math.floor(whole / 60) + 'm ' + two(whole % 60) + 's'
        : Math.floor(whole / 3600) + 'h ' + two(Math.floor(whole % 3600 / 60)) + 'm';
  }

  // --- reading a drawing

  /** Returns the stretches of a path over which it has a height. */
  function stretches(path) {
    const found = [];
    for (const [, sign, first, second] of path.getAttribute('d').matchAll(/([MLH])\s*(-?[\d.]+)(?:[ ,](-?[\d.]+))?/g)) {
      if (sign === 'H') {
        found[found.length - 1].end = Number(first);
      } else {
        found.push({ x: Number(first), y: Number(second), end: null });
      }
    }
    const near = found.slice(1).reduce((least, one, i) => Math.min(least, one.x - found[i].x), Infinity);
    return found.map(one => one.end === null
        ? { left: one.x - near / 2, right: one.x + near / 2, y: one.y }
        : { left: one.x, right: one.end, y: one.y });
  }

  /** Writes the value of a height, no more exactly than a tenth of a pixel tells. */
  function value(y, axis) {
    const share = (axis.bottom - y) / (axis.bottom - axis.top);
    const isLog = axis.log === 'true';
    const size = isLog ? axis.low * Math.pow(axis.high / axis.low, share) : axis.low + share * (axis.high - axis.low);
    const unit = isLog
        ? Math.pow(10, Math.floor(Math.log10(size)) - 1)
        : (axis.high - axis.low) * 0.1 / (axis.bottom - axis.top);
    if (axis.one.endsWith('%')) { return plain(size * 100, unit * 100) + ' %'; }
    return axis.one.endsWith('s') ? span(size, unit) : plain(size, unit);
  }

  function read(chart, x) {
    const said = chart.curves.map(curve => {
      const here = curve.stretches.find(one => one.left <= x && x <= one.right);
      return curve.name + ' ' + (here ? value(here.y, chart.values) : 'no value');
    });
    chart.titled.forEach(one => {
      if (one.left - 4 <= x && x <= one.right + 4) { said.push(one.text); }
    });
    return clock(second(chart, x), true) + ': ' + (said.length ? said.join('; ') : 'nothing');
  }

  // --- from time to place: over the whole, as drawn, and in view

  const drawn = (chart, second) => chart.left + second / length * (chart.right - chart.left);
  const second = (chart, x) => (x - chart.left) / (chart.right - chart.left) * length;
  const shown = (chart, second) => chart.left + (second - from) / (until - from) * (chart.right - chart.left);

  function pointed(chart, event) {
    const box = chart.svg.getBoundingClientRect();
    const x = (event.clientX - box.left) / box.width * chart.svg.viewBox.baseVal.width;
    return clamp(from + (x - chart.left) / (chart.right - chart.left) * (until - from), from, until);
  }

  // --- taking a chart over

  function adopt(box) {
    const svg = box.querySelector('svg');
    const axis = svg && svg.querySelector('g.time');
    if (!axis) { return; }
    const { left, right, top, bottom, start: begin, length: seconds } = numbers(axis.dataset);
    start = begin;
    length = until = seconds;
    const scale = svg.querySelector('g.values');
    const chart = { box, svg, axis, left, right, top, bottom, moving: [], frames: [] };
    if (scale) {
      const { log, one, ...rest } = scale.dataset;
      chart.values = { ...numbers(rest), log, one };
    }
    chart.curves = scale ? [...svg.querySelectorAll('path[data-name]')].map(path =>
        ({ name: path.dataset.name, stretches: stretches(path) })) : [];
    chart.titled = [...svg.querySelectorAll('rect > title, path > title')].map(title => {
      const area = title.parentNode.getBBox();
      const middle = title.parentNode.tagName === 'rect' ? null : area.x + area.width / 2;
      return { text: title.textContent, left: middle ?? area.x, right: middle ?? area.x + area.width };
    });
    frame(chart);
    chart.ticks = svgNode(svg, 'g', { 'aria-hidden': 'true' });
    chart.picked = svgNode(svg, 'rect', { class: 'f-picked', fill: '#888888', 'fill-opacity': 0.25, y: top, height: bottom - top, visibility: 'hidden' });
    chart.line = svgNode(svg, 'line', { class: 's-cursor', stroke: '#1a1a1a', y1: top, y2: bottom, visibility: 'hidden' });
    chart.readout = htmlNode('p', { class: 'readout', 'aria-hidden': 'true' }, '');
    box.after(chart.readout);
    charts.push(chart);
    listen(chart);
  }

  /** Puts what moves with the time into frames that can cut it off; names at the left and the legend above stay outside. */
  function frame(chart) {
    const { svg, left, right, top, bottom } = chart;
    let last = null;
    for (const node of [...svg.children]) {
      const area = node.tagName === 'g' || node.tagName === 'title' ? null : node.getBBox();
      if (!area || area.x < left - 20 || area.y < top - 10 || area.y > bottom + 1) {
        last = null;
        continue;
      }
      if (!last) {
        const view = [left, 0, right - left, svg.viewBox.baseVal.height];
        last = svgNode(svg, 'svg', { x: left, y: 0, width: view[2], height: view[3], viewBox: view.join(' '), overflow: 'visible' });
        svg.insertBefore(last, node);
        chart.frames.push(last);
      }
      last.append(node);
      const isMark = node.tagName === 'path' && node.querySelector('title');
      const at = node.tagName === 'text' ? Number(node.getAttribute('x')) : isMark ? area.x + area.width / 2 : null;
      if (at === null) { node.setAttribute('vector-effect', 'non-scaling-stroke'); }
      chart.moving.push({ node, at });
    }
  }

  function listen(chart) {
    const { box, svg } = chart;
    box.setAttribute('role', 'application'); // so that screen readers hand the arrow keys through
    box.setAttribute('aria-describedby', 'charts-help');
    box.addEventListener('keydown', event => press(chart, event));
    box.addEventListener('focus', () => { focused = chart; });
    box.addEventListener('blur', () => { focused = null; });
    svg.addEventListener('pointermove', event => {
      cursor = pointed(chart, event);
      draw();
    });
    svg.addEventListener('pointerleave', () => {
      if (!focused && !dragged) {
        cursor = null;
        draw();
      }
    });
    svg.addEventListener('pointerdown', event => {
      cursor = pointed(chart, event);
      if (event.button === 0 && event.pointerType !== 'touch') { // a finger scrolls
        dragged = { chart, at: cursor };
        svg.setPointerCapture(event.pointerId);
      }
      draw();
    });
    svg.addEventListener('pointerup', () => {
      const begun = dragged;
      dragged = null;
      if (begun && Math.abs(shown(chart, cursor) - shown(chart, begun.at)) > 5) {
        look(Math.min(begun.at, cursor), Math.max(begun.at, cursor));
      }
      draw();
    });
    svg.addEventListener('pointercancel', () => {
      dragged = null;
      draw();
    });
    svg.addEventListener('dblclick', reset);
  }

  // --- what a person does

  function press(chart, event) {
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    const step = (until - from) / (event.shiftKey ? 10 : 100);
    const moves = { ArrowLeft: -step, ArrowRight: step, Home: -length, End: length };
    if (event.key in moves) {
      move(moves[event.key]);
    } else if (event.key === '+' || event.key === '=') {
      zoom(0.5);
    } else if (event.key === '-' || event.key === '_') {
      zoom(2);
    } else if (event.key === 'Escape') {
      reset();
    } else {
      return;
    }
    event.preventDefault();
    follow(chart);
    const isMove = event.key in moves;
    say(isMove ? read(chart, drawn(chart, cursor)) : 'Shown: ' + clock(from, true) + ' to ' + clock(until, true));
  }

  function move(by) {
    cursor = clamp((cursor ?? (from + until) / 2) + by, 0, length);
    const width = until - from;
    if (cursor < from) {
      look(cursor, cursor + width);
    } else if (cursor > until) {
      look(cursor - width, cursor);
    }
    draw();
  }

  /** Makes the time in view longer by a factor, around the cursor. */
  function zoom(factor) {
    const width = clamp((until - from) * factor, length * LEAST_SHARE, length);
    const around = cursor ?? (from + until) / 2;
    const begin = clamp(around - (around - from) / (until - from) * width, 0, length - width);
    look(begin, begin + width);
    draw();
  }

  function reset() {
    cursor = null;
    look(0, length);
    draw();
  }

  function look(begin, end) {
    const width = Math.max(end - begin, length * LEAST_SHARE);
    from = clamp(begin, 0, length - width);
    until = from + width;
    charts.forEach(stretch);
  }

  /** Scrolls a chart that is wider than its box, so that the cursor is seen. */
  function follow(chart) {
    const hidden = chart.box.scrollWidth - chart.box.clientWidth;
    if (cursor !== null && hidden > 0) {
      const share = shown(chart, cursor) / chart.svg.viewBox.baseVal.width;
      chart.box.scrollLeft = clamp(share * chart.box.scrollWidth - chart.box.clientWidth / 2, 0, hidden);
    }
  }

  // --- drawing

  function stretch(chart) {
    const { left, right, top, bottom } = chart;
    const isWhole = until - from >= length;
    const factor = length / (until - from);
    const shift = left - left * factor - from / length * (right - left) * factor;
    chart.moving.forEach(({ node, at }) => {
      const moved = at === null ? null : at * factor + shift;
      node.setAttribute('transform', at === null ? `matrix(${factor} 0 0 1 ${shift} 0)` : `translate(${moved - at} 0)`);
      node.setAttribute('visibility', isWhole || at === null || (moved >= left && moved <= right) ? 'visible' : 'hidden');
    });
    chart.frames.forEach(one => one.setAttribute('overflow', isWhole ? 'visible' : 'hidden'));
    chart.axis.setAttribute('visibility', isWhole ? 'visible' : 'hidden');
    chart.ticks.replaceChildren();
    if (isWhole) { return; }
    const step = STEPS.find(one => (until - from) / one <= MOST_TICKS) ?? STEPS[STEPS.length - 1];
    for (let tick = Math.ceil((start + from) / step) * step - start; tick <= until; tick += step) {
      const x = shown(chart, tick);
      svgNode(chart.ticks, 'line', { class: 's-grid', stroke: '#dddddd', x1: x, x2: x, y1: top, y2: bottom });
      const label = clock(tick, step < 60);
      const last = chart.svg.viewBox.baseVal.width - label.length * LETTER / 2;
      svgNode(chart.ticks, 'text', { class: 'f-faint', fill: '#5a5a5a', x: Math.min(x, last), y: bottom + 16, 'text-anchor': 'middle' })
          .textContent = label;
    }
    chart.svg.prepend(chart.ticks);
  }

  function draw() {
    charts.forEach(chart => {
      const x = cursor === null ? 0 : shown(chart, cursor);
      chart.line.setAttribute('x1', x);
      chart.line.setAttribute('x2', x);
      chart.line.setAttribute('visibility', cursor === null ? 'hidden' : 'visible');
      chart.readout.textContent = cursor === null ? '' : read(chart, drawn(chart, cursor));
      const isPicking = dragged && dragged.chart === chart;
      chart.picked.setAttribute('visibility', isPicking ? 'visible' : 'hidden');
      if (isPicking) {
        const other = shown(chart, dragged.at);
        chart.picked.setAttribute('x', Math.min(x, other));
        chart.picked.setAttribute('width', Math.abs(x - other));
      }
    });
  }

  // --- what is said to those who hear the page

  const live = htmlNode('div', { id: 'charts-live', class: 'unseen', role: 'status', 'aria-live': 'polite' }, '');
  const say = text => { live.textContent = text; };

  function tools() {
    const group = htmlNode('div', { class: 'tools', role: 'group', 'aria-label': 'All charts' }, '');
    for (const [label, action] of [['Zoom in', () => zoom(0.5)], ['Zoom out', () => zoom(2)], ['Whole time', reset]]) {
      const button = htmlNode('button', { type: 'button' }, label);
      button.addEventListener('click', () => {
        action();
        say('Shown: ' + clock(from, true) + ' to ' + clock(until, true));
      });
      group.append(button);
    }
    group.append(htmlNode('p', { id: 'charts-help', class: 'quiet' },
        'Point at a chart, or move to it and use the arrow keys, to read all of them at one moment. Drag over a stretch, or press +'
        + ' and −, to zoom; Escape shows the whole time. Read off the drawing: the tables have the exact figures.'));
    charts[0].box.closest('figure').before(group, live);
  }

  document.querySelectorAll('.chart').forEach(adopt);
  if (charts.length) { tools(); }
})();
