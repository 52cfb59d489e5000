// What an eye would see at once: texts cut off or on top of each other, drawings without a size, colors too alike.
const audit = {
  drawings() {
    return [...document.querySelectorAll('svg')].filter(svg => !svg.parentNode.closest('svg'));
  },
  texts(svg) {
    return [...svg.querySelectorAll('text')].filter(text => getComputedStyle(text).visibility !== 'hidden');
  },
  empty() {
    return this.drawings().filter(svg => {
      const box = svg.getBoundingClientRect();
      return !(box.width > 20 && box.height > 10);
    }).map(svg => svg.getAttribute('aria-label'));
  },
  cut() {
    return this.drawings().flatMap(svg => {
      const frame = svg.getBoundingClientRect();
      return this.texts(svg).filter(text => {
        const box = text.getBoundingClientRect();
        return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
      }).map(text => text.textContent);
    });
  },
  overlapping() {
    return this.drawings().flatMap(svg => {
      const texts = this.texts(svg).map(text => ({ words: text.textContent, box: text.getBoundingClientRect() }));
      return texts.flatMap((one, i) => texts.slice(i + 1).filter(other =>
          Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left) > 1
          && Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top) > 3
      ).map(other => one.words + ' | ' + other.words));
    });
  },
  sideways() {
    return document.documentElement.scrollWidth - document.documentElement.clientWidth;
  },
  color(text) {
    const [red, green, blue, alpha = 1] = text.match(/[\d.]+/g).map(Number);
    return { red, green, blue, alpha };
  },
  page() {
    const color = this.color(getComputedStyle(document.body).backgroundColor);
    return color.alpha === 0 ? { red: 255, green: 255, blue: 255, alpha: 1 } : color;
  },
  // WCAG 2.1, relative luminance and contrast ratio
  luminance(color) {
    const [red, green, blue] = [color.red, color.green, color.blue].map(part => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  },
  ratio(one, other) {
    const [low, high] = [this.luminance(one), this.luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  },
  // Texts of drawings on what is drawn below them, and curves on the page and on what is shaded behind them.
  faint() {
    const page = this.page();
    const found = [];
    this.drawings().forEach(svg => {
      const shapes = [...svg.querySelectorAll('rect')].filter(rect => getComputedStyle(rect).visibility !== 'hidden');
      this.texts(svg).forEach(text => {
        const box = text.getBoundingClientRect();
        const [x, y] = [box.left + 2, box.top + box.height / 2];
        const below = shapes.filter(shape => {
          const area = shape.getBoundingClientRect();
          return shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING
              && area.left <= x && x <= area.right && area.top <= y && y <= area.bottom;
        }).pop();
        const ground = below ? this.color(getComputedStyle(below).fill) : page;
        const ratio = this.ratio(this.color(getComputedStyle(text).fill), ground);
        if (ratio < 4.5) { found.push(text.textContent + ' ' + ratio.toFixed(2)); }
      });
      const shades = [...svg.querySelectorAll('rect.f-impact, rect.f-warmup, rect.f-interval')].map(rect => this.color(getComputedStyle(rect).fill));
      svg.querySelectorAll('path[data-name]').forEach(curve => [page, ...shades].forEach(ground => {
        const ratio = this.ratio(this.color(getComputedStyle(curve).stroke), ground);
        if (ratio < 3) { found.push(curve.dataset.name + ' ' + ratio.toFixed(2)); }
      }));
    });
    return found;
  },
};
