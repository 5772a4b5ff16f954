import { ACCEPT } from '@/domain/api-version'
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

/**
 * Reads the shop for the app while its scripts load. In the page the reply would delay the first paint. Runs in the page as
 * text, like `deferBelowFold`.
 */
function readAhead(accept: string): void {
  if (!window.fetch) return
  const slug = location.pathname.split('/')[2]
  window
    .fetch(`/api/storefronts/${slug}`, { headers: { accept } })
    .then((reply) => (reply.ok ? reply.json() : undefined))
    .then((data) => data && Reflect.set(window, 'firstRead', { slug, data }))
    // the app reads it again and shows what failed
    .catch(() => undefined)
}

/** The inline script of every first screen. Its text is constant, so that the CSP can allow it by hash. */
export const SCREEN_SCRIPT = `<script>(${deferBelowFold.toString()})();(${replaceFirstPaint.toString()})()</script>`

/** The second inline script of a shop's page. */
export const READ_SCRIPT = `<script>(${readAhead.toString()})(${JSON.stringify(ACCEPT)})</script>`
