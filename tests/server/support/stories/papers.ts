import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { ApplicationRequest } from '@/contract/payment/payment-application'
import type { ApiClient } from '../api-client'
import { createUploadBody, picture } from '../pictures'
import type { OpenedShop } from '../test-shop'

const mediaId = (name: string) => `media_${createHash('sha256').update(name).digest('hex')}`

/** The numbers are the examples of their standards: GB 11643-1999, GB 32100-2015 and a card of zeros. */
export const samplePapers = (changes: Partial<ApplicationRequest> = {}): ApplicationRequest => ({
  subject: 'micro',
  id: {
    ...{ front: mediaId('front'), back: mediaId('back'), name: '学员一', number: '11010519491231002X' },
    ...{ from: '2020-01-31', until: '2040-01-31' },
  },
  account: { kind: 'personal', bank: '其他银行', bankName: '成县农村信用社', number: '6222020000000000000' },
  phone: '13900000001',
  ...changes,
})

export const sampleLicence = { photo: mediaId('licence'), number: '91350100M000100Y43', name: '学员一的小店' }

export const sendPaper = (app: FastifyInstance, who: ApiClient, { shopId }: OpenedShop, bytes: Buffer) => {
  const { payload, headers } = createUploadBody(bytes)
  return app.inject({
    ...{ method: 'POST', url: `/api/shops/${shopId}/payment-application/papers`, payload },
    headers: { ...headers, authorization: `Bearer ${who.token}` },
  })
}

/** Passes a photo of its own on for each paper, and returns papers that name them. */
export async function photographPapers(
  app: FastifyInstance,
  shop: OpenedShop,
  changes: Partial<ApplicationRequest> = {},
): Promise<ApplicationRequest> {
  const papers = samplePapers(changes)
  const pass = async (color: string) => {
    const bytes = await picture(800, 600, color).jpeg().toBuffer()
    const reply = await sendPaper(app, shop.owner, shop, bytes)
    return reply.json<{ mediaId: string }>().mediaId
  }
  return {
    ...papers,
    id: { ...papers.id, front: await pass('#aa3311'), back: await pass('#2233aa') },
    ...(papers.licence ? { licence: { ...papers.licence, photo: await pass('#ffffff') } } : {}),
  }
}
