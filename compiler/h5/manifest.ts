import type { Storefront } from '@/features/storefront/use-storefront'
import { ICON_SIZES } from './icons'

/** What a phone needs to put the shop on its home screen; every address is beside this file. */
export const manifestOf = ({ shop, look }: Storefront): string =>
  JSON.stringify({
    name: shop.name,
    short_name: shop.name,
    id: './',
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
