import type { RouteName } from '@/contract/routes'

const PUBLIC = /^GET \/api\/(health|storefronts\/:slug|templates|shops\/:shopId\/products(\/:productId)?)$/

/** Whether a route is a read with `access: 'anyone'`, which needs no session. */
export const isPublicRead = (name: RouteName): boolean => PUBLIC.test(name)
