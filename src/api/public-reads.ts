import type { RouteName } from '@/contract/routes'

const PUBLIC =
  /^GET \/api\/(health|documents(\/:kind\/versions\/:version)?|storefronts\/:slug(\/group-buys(\/:groupBuyId(\/message)?)?)?|templates|shops\/:shopId\/(products(\/:productId)?|delivery-slots|group-buys\/:groupBuyId\/entries|orders\/:orderId\/pay-links\/:linkKey))$/

/** True for a GET route with `access: 'anyone'`, which needs no session. */
export const isPublicRead = (name: RouteName): boolean => PUBLIC.test(name)
