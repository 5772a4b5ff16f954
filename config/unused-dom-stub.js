// Replaces parts of Taro's runtime that a compiled app never uses: measurements for debugging, observers of its elements, links.
class AnchorElement {
  constructor() {
    throw new Error('a mini-program of one shop is built without links')
  }
}

const MutationObserver = { record() {} }

const perf = { start() {}, stop() {}, delayStop() {} }

export { AnchorElement, MutationObserver, perf }
