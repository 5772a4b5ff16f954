import { replaceFirstPaint } from './replace-first-paint'

/**
 * Lays out the content below the first products one frame later, so that the shop's name and first prices paint sooner. Runs
 * in the page as text: it must not use outside names, nor features newer than browsers of 2017.
 */
function deferBelowFold(): void {
  const first = document.getElementById('first-paint')
  if (!first) return
  first.className = 'first-paint--early'
  const showAll = () => first.removeAttribute('class')
  // a timer that starts in a frame fires after its paint
  requestAnimationFrame(() => setTimeout(showAll))
  // a page in a background tab has no frames
  setTimeout(showAll, 1000)
}

/** The inline script of every first screen. Its text is constant, so that the CSP can allow it by hash. */
export const SCRIPTS = `<script>(${deferBelowFold.toString()})();(${replaceFirstPaint.toString()})()</script>`
