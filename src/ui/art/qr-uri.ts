import encodeQR from 'qr'

/** UTF-8 encoder, since mini-programs have no `TextEncoder`. */
const utf8 = (text: string): Uint8Array =>
  Uint8Array.from(encodeURIComponent(text).match(/%..|./g) ?? [], (part) =>
    part.length === 3 ? Number.parseInt(part.slice(1), 16) : part.charCodeAt(0),
  )

/** The modules of a QR code (medium error correction) by rows; true is dark. */
export const qrModules = (text: string): boolean[][] =>
  encodeQR(text, 'raw', { ecc: 'medium', border: 2, textEncoder: utf8 })

/** A QR code as an SVG data URI. */
export function qrUri(text: string): string {
  const rows = qrModules(text)
  const dark = rows.flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${rows.length} ${rows.length}" shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#fff"/><path d="${dark}" fill="#1c2320"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
