import { ACCEPT } from '@/domain/api-version'
import { replaceFirstPaint } from './replace-first-paint'

/**
 * Shows the early part of the screen in the first frame, its rest in the second, and loads the app after that, so that the shop's name
 * and first prices and the photos beside them paint sooner. Runs in the page as text: it must not use outside names, nor
 * features newer than browsers of 2017.
 */
function paintInSteps(): void {
  const root = document.documentElement
  root.classList.add('first-paint--early')
  const showAll = () => {
    root.classList.remove('first-paint--early')
    // the app's complete style sheets come after these
    const styles = document.querySelectorAll('body>style')
    for (let i = 0; i < styles.length; i++) document.head.appendChild(styles[i] as Element)
  }
  const loadApp = () => {
    const files = document.getElementById('app-files') as HTMLTemplateElement | null
    if (!files) return
    files.parentElement?.removeChild(files)
    const scripts = files.content.querySelectorAll('script')
    // in their order
    for (let i = 0; i < scripts.length; i++) (scripts[i] as HTMLScriptElement).async = false
    document.head.appendChild(files.content)
  }
  // a timer that starts in a frame fires after its paint
  const afterFrame = (then: () => void) => requestAnimationFrame(() => setTimeout(then))
  document.addEventListener('DOMContentLoaded', () => {
    afterFrame(() => {
      showAll()
      afterFrame(loadApp)
    })
    // a page in a background tab has no frames
    setTimeout(() => {
      showAll()
      loadApp()
    }, 1000)
  })
}

/**
 * Reads the shop for the app while its scripts load. In the page the reply would delay the first paint. Runs in the page as
 * text, like `paintInSteps`.
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

/** The inline script before every first screen. */
export const EARLY_SCRIPT = `<script>(${paintInSteps.toString()})()</script>`

/** The inline script after every first screen. Its text is constant, so that the CSP can allow it by hash. */
export const SCREEN_SCRIPT = `<script>(${replaceFirstPaint.toString()})()</script>`

/** The last inline script of a shop's page. */
export const READ_SCRIPT = `<script>(${readAhead.toString()})(${JSON.stringify(ACCEPT)})</script>`
