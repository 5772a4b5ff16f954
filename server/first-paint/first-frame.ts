/**
 * Runs in the page right after the server's screen. What lies below the first goods is laid out one frame later, so that
 * the shop's name and first prices need not wait for it. It is sent as text, so it uses nothing from outside, and only
 * what browsers of 2017 know.
 */
export function firstFrame(): void {
  const first = document.getElementById('first-paint')
  if (!first) return
  first.className = 'first-paint--early'
  const whole = () => first.removeAttribute('class')
  // a timer begun in a frame ends after its painting
  requestAnimationFrame(() => setTimeout(whole))
  // a page that is opened out of sight has no frames
  setTimeout(whole, 1000)
}
