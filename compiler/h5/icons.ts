import sharp from 'sharp'
import type { Theme } from '@/domain/look/theme'

/** A market stall in the shop's colours. */
export const iconSvg = ({ brand, onBrand }: Theme): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="${brand}"/>` +
  `<path fill="${onBrand}" d="M6 14 8 7h16l2 7a3.4 3.4 0 0 1-6.7 0 3.4 3.4 0 0 1-6.6 0A3.4 3.4 0 0 1 6 14ZM8 19.5h2.4V22.5h11.2v-3H24V25.5H8Z"/></svg>`

export const ICON_SIZES = [192, 512] as const

export const iconPng = (svg: string, size: number): Promise<Buffer> =>
  sharp(Buffer.from(svg), { density: 72 * (size / 32) })
    .resize(size, size)
    .png({ palette: true })
    .toBuffer()
