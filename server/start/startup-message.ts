import encodeQR from 'qr'
import { lanAddresses } from '../http/lan-addresses'

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
