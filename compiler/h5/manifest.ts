import type { Storefront } from '@/features/storefront/use-storefront'
import { ICON_SIZES } from './icons'

/**
 * What a phone needs to put the shop on its home screen; every address is beside this file. It has no `id`, which would be
 * read from the host's root and be one for all shops there: without it the start is who the app is.
 * Source: https://www.w3.org/TR/appmanifest/#id-member
 */
export const manifestOf = ({ shop, look }: Storefront): string =>
  JSON.stringify({
    name: shop.name,
    short_name: shop.name,
    start_url: './',
    scope: './',
    display: 'minimal-ui',
    lang: 'zh-CN',
    theme_color: look.theme.brand,
    background_color: look.theme.ground,
    icons: [
      { src: './icon.svg', sizes: 'any', type: 'image/svg+xml' },
      ...ICON_SIZES.map((size) => ({
        src: `./icon-${size}.png`,
        sizes: `${size}x${size}`,
        type: 'image/png',
      })),
    ],
  })
