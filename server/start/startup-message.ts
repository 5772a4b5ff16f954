import { networkInterfaces } from 'node:os'
import encodeQR from 'qr'

/** Returns the IPv4 addresses by which other devices in the local network may reach this machine. */
const lanAddresses = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)

const ALL_INTERFACES = ['0.0.0.0', '::']

/** Returns the text that is printed after the start: the server's addresses and a QR code for a phone in the same network. */
export function startupMessage(
  at: { host: string; port: number; publicUrl: string | undefined; database: string },
  hasSite: boolean,
): string {
  const { host, port, publicUrl, database } = at
  const isOpen = ALL_INTERFACES.includes(host)
  const lan = isOpen ? lanAddresses().map((address) => `http://${address}:${port}`) : []
  const local = `http://${isOpen ? 'localhost' : host}:${port}`
  const phone = publicUrl ?? lan[0]
  return [
    `开张 Kaizhang is open: ${publicUrl ?? local}`,
    ...lan.map((url) => `  on phones in this network: ${url}`),
    ...(phone ? ['', encodeQR(phone, 'ascii')] : []),
    `  database: ${database}`,
    ...(hasSite ? [] : ['The H5 build was not found, so only the API is served.']),
  ].join('\n')
}
