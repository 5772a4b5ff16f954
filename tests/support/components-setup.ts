import '@testing-library/jest-dom'
import { configure } from '@testing-library/react'
import { WAIT_TIMEOUT_MS } from './wait-timeout'

configure({ asyncUtilTimeout: WAIT_TIMEOUT_MS })

// Taro's HTML components pass their own props to the DOM, which React reports on every render.
const consoleError = console.error
console.error = (first: unknown, ...rest: unknown[]) => {
  if (!/React does not recognize the `%s` prop|Unknown event handler property/.test(String(first)))
    consoleError(first, ...rest)
}
