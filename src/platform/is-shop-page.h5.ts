/** Whether a route in the stack is a shop's page; on H5 routes are the addresses people see. */
export const isShopPage = (route: string): boolean =>
  /^\/(shop|s\/[^/]+|pages\/storefront\/shop)$/.test(route)
