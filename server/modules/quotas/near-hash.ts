import { createHmac } from 'node:crypto'
import type { AppDependencies } from '../../dependencies'

const IPV6_SITE = /^([0-9a-f]+:[0-9a-f]+:[0-9a-f]+):/

/** The network of an address of `getClientAddress`: the /24 of an IPv4 address, the /48 of an IPv6 one. */
const networkOf = (address: string): string =>
  IPV6_SITE.exec(address)?.[1] ?? address.split('.').slice(0, 3).join('.')

/** A keyed hash of the network of an address. It cannot be reversed without the secret of the installation. */
export const nearHash = ({ secret }: Pick<AppDependencies, 'secret'>, address: string): string =>
  createHmac('sha256', secret)
    .update(`network:${networkOf(address)}`)
    .digest('base64url')
    .slice(0, 22)
