import '@testing-library/jest-dom'
import { configure } from '@testing-library/react'
import { WAIT_TIMEOUT_MS } from '../wait-timeout'

configure({ asyncUtilTimeout: WAIT_TIMEOUT_MS })

afterEach(() => jest.useRealTimers())

// Taro's HTML components pass their own props to the DOM, which React reports on every render.
const consoleError = console.error
console.error = (first: unknown, ...rest: unknown[]) => {
  if (!/React does not recognize the `%s` prop|Unknown event handler property/.test(String(first)))
    consoleError(first, ...rest)
}

// Queries by role read the style of each element, which jsdom computes from all rules of its own sheet. No other sheet is
// loaded, so elements alike in these attributes look alike. Suites without a document have no window.
if (typeof window !== 'undefined') {
  rememberStyles()
  // jsdom has no canvas and would report each use
  HTMLCanvasElement.prototype.getContext = () => null
}

function rememberStyles() {
  const computeStyle = window.getComputedStyle.bind(window)
  const styles = new Map<string, CSSStyleDeclaration>()
  window.getComputedStyle = (element, pseudo) => {
    if (pseudo) return computeStyle(element, pseudo)
    const attributes = ['style', 'hidden', 'type', 'open'].map((name) => element.getAttribute(name))
    const key = [element.tagName, ...attributes].join('|')
    const style = styles.get(key) ?? computeStyle(element)
    styles.set(key, style)
    return style
  }
}
