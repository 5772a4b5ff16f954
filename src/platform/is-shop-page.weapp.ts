import { pages } from '@/routes'

/** Whether a route in the stack is a shop's page. */
export const isShopPage = (route: string): boolean => route.replace(/^\//, '') === pages.shop
