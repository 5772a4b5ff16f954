import '@testing-library/jest-dom'
import { configure } from '@testing-library/react'
import { PATIENCE } from './patience'

configure({ asyncUtilTimeout: PATIENCE })

// Taro's HTML components hand their own props to the DOM, which React's development build complains of at every render.
const complain = console.error
console.error = (first: unknown, ...rest: unknown[]) => {
  if (!/React does not recognize the `%s` prop|Unknown event handler property/.test(String(first)))
    complain(first, ...rest)
}
