/**
 * Returns why an API address cannot be built in: phones accept only https. `undefined` for a valid one, or in development.
 * @param {string | undefined} base @param {boolean} dev
 */
export function apiProblem(base, dev) {
  if (dev || /^https:\/\/[^/?#]+$/.test(base ?? '')) return undefined
  const reason = base ? `"${base}" is no https origin` : 'it is not set'
  return `TARO_APP_API_BASE is the address that phones ask, like https://shop.example.org: ${reason}.
For the developer tools on this machine, run: npm run build:weapp -- --dev`
}
