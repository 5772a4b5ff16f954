import { ApiClient, newId } from '../../support/api-client'
import { maintenance } from '../../support/maintenance-process'
import type { ServerProcess } from '../../support/server-process'

export interface OpenedShop {
  shopId: string
  slug: string
  name: string
  owner: ApiClient
}

async function openShop(origin: string, name: string, product = '核桃'): Promise<OpenedShop> {
  const owner = await ApiClient.signIn(origin)
  const shopId = newId()
  const skus = [{ id: newId(), price: 2500, stock: 9 }]
  const products = [{ id: newId(), name: product, unit: '斤', photos: [], skus, onSale: true }]
  const request = { trade: 'nuts', name, place: '城关镇', phone: '13900000001', products }
  const { status, body } = await owner.send<{ slug: string }>('PUT', `/api/shops/${shopId}`, request)
  if (status !== 200) throw new Error(`no shop: ${status} ${JSON.stringify(body)}`)
  return { shopId, slug: body.slug, name, owner }
}

/** The path of a link that signs an operator in, from the command. */
export async function operatorPath(
  { dataDir }: Pick<ServerProcess, 'dataDir'>,
  name = '值班员',
): Promise<string> {
  const { code, output } = await maintenance(['operator-link', '--name', name], { DATA_DIR: dataDir })
  const path = /\/console#[\w-]{32}/.exec(output)?.[0]
  if (code !== 0 || !path) throw new Error(`no link:\n${output}`)
  return path
}

/** Ten shops of one network, one more with a doubtful word, and two reports of it. */
export async function prepareConsole({
  origin,
}: ServerProcess): Promise<{ shops: OpenedShop[]; reported: OpenedShop }> {
  const shops: OpenedShop[] = []
  for (let i = 1; i <= 10; i++) shops.push(await openShop(origin, `便宜好货 ${i} 号店`))
  // a kind of mango, whose name a word list cannot tell from ivory
  const reported = await openShop(origin, '山里水果', '象牙芒')
  for (const note of ['让我转到别处付钱', '收了钱不发货']) {
    const buyer = await ApiClient.signIn(origin)
    await buyer.send('PUT', `/api/shops/${reported.shopId}/report`, { reason: 'fraud', note })
  }
  return { shops, reported }
}
