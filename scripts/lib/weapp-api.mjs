/**
 * Why this address cannot be built in: phones take only an API by https. Nothing where it can, or for development.
 * @param {string | undefined} base @param {boolean} dev
 */
export function apiProblem(base, dev) {
  if (dev || /^https:\/\/[^/?#]+$/.test(base ?? '')) return undefined
  const told = base ? `"${base}" is no https origin` : 'it is not set'
  return `TARO_APP_API_BASE is the address that phones ask, like https://shop.example.org: ${told}.
For the developer tools on this machine, run: npm run build:weapp -- --dev`
}
