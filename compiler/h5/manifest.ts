import type { Storefront } from '@/features/storefront/use-storefront'
import { ICON_SIZES } from './icons'

/**
 * Web app manifest with relative URLs. It has no `id`, which would be resolved against the origin and be the same for all
 * shops there; without it `start_url` identifies the app.
 * Source: https://www.w3.org/TR/appmanifest/#id-member
 */
export const createManifest = ({ shop, look }: Storefront): string =>
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
