/** A counted network of an address. `factor` is how many times the limit of one address it may use. */
export interface AddressScope {
  key: string
  factor: number
}

const IPV6_NETWORK = /^([0-9a-f]+:[0-9a-f]+:[0-9a-f]+):([0-9a-f]+)::\/64$/

/**
 * Returns the networks by which an address of `getClientAddress` is counted, the smallest first. Providers assign an IPv6 customer
 * a /64, /56 or /48, in which the customer may change addresses at will.
 */
export function addressScopes(address: string): AddressScope[] {
  const own = { key: address, factor: 1 }
  const [, site, subnet = ''] = IPV6_NETWORK.exec(address) ?? []
  if (site === undefined) return [own]
  const block = (Number.parseInt(subnet, 16) & 0xff00).toString(16)
  return [own, { key: `${site}:${block}::/56`, factor: 4 }, { key: `${site}::/48`, factor: 16 }]
}
