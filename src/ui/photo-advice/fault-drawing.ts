import type { PhotoFault } from '@/domain/photo-quality'

const RED = '#cf3a2a'
const LIGHT = '#fff6d8'

/** An apple of radius `r` in a frame of 64 × 64. */
const apple = (x: number, r: number, ground: string, color: string, effect = '') =>
  `<path d="M${x} 4h64v64h-64z" fill="${ground}" stroke="#808a84"/><g fill="${color}" stroke="${color}" ${effect}><circle cx="${x + 32}" cy="42" r="${r}"/><path d="M${x + 32} ${42 - r}q0-6 6-8" fill="none"/></g>`

const wrongs: Record<PhotoFault, string> = {
  dark: apple(4, 17, '#2b2f2d', '#541f19'),
  blurred: `<filter id="f"><feGaussianBlur stdDeviation="5"/></filter>${apple(4, 17, LIGHT, RED, 'filter="url(#f)"')}`,
  far: apple(4, 4, LIGHT, RED),
}

/** A photo with this fault, an arrow, and a good photo: the data URI of a drawing of 168 × 72. */
export const faultDrawing = (fault: PhotoFault): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 168 72" stroke-width="3">${wrongs[fault]}${apple(100, 17, LIGHT, RED)}<path d="M76 36h14m-6-7 7 7-7 7" fill="none" stroke="#1a7f4e"/></svg>`,
  )}`
