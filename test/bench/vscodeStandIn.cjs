/**
 * Stands in for the editor's `vscode` module where only the extension's own code is timed: whatever is asked of it is
 * there, can be called, made an object of and asked further, and does nothing.
 */
function standIn() {
  const known = new Map();
  return new Proxy(function nothing() {}, {
    get(target, name) {
      if (name === Symbol.toPrimitive) return () => '';
      if (name === Symbol.iterator) return () => [].values();
      // It is no promise, and what has to be a function's own is that of a function.
      if (name === 'then') return undefined;
      if (name === 'prototype') return target.prototype;
      if (!known.has(name)) known.set(name, standIn());
      return known.get(name);
    },
    set: () => true,
    apply: () => standIn(),
    construct: () => standIn(),
  });
}

const vscode = standIn();
// No document is open, so that no server is started.
const workspace = new Proxy(standIn(), {
  get: (target, name) => (name === 'textDocuments' ? [] : Reflect.get(target, name)),
});
module.exports = new Proxy(vscode, {
  get: (target, name) => (name === 'workspace' ? workspace : Reflect.get(target, name)),
});
