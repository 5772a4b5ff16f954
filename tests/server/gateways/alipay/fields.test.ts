import { generateKeyPairSync } from 'node:crypto'
import { readBill } from '../../../../server/gateways/alipay/statement'
import type { PaymentGateway, PaymentRequest } from '../../../../server/gateways/payment-gateway'
import { ALIPAY_OWNER, ALIPAY_SELLER, type AlipayBed, answerPage, startAlipay } from '../../support/alipay'
import { findErrors } from '../fields/field-table'
import { mutate } from '../fields/mutate-fields'
import { apiTables, refundQueryOptions } from './api-fields'
import { type Captured, type Recorder, receiveNotices, recordExchange } from './exchange'
import { noticeAndBillTables } from './notice-and-bill-fields'
import { pageTables } from './page-fields'
import type { FieldTable } from './shared-fields'

/** A table for every object that crosses the border between the server and Alipay. */
const fieldTables: Readonly<Record<string, FieldTable>> = {
  ...pageTables,
  ...apiTables,
  ...noticeAndBillTables,
}

const START = Date.parse('2026-11-28T10:00:00+08:00')
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

let now = START
let bed: AlipayBed
let recorder: Recorder
let notices: Recorder
let gateway: PaymentGateway
let captured: Captured[]

const request = (changes: Partial<PaymentRequest>): PaymentRequest => ({
  ...{ number: '01M8GTCFHM3RF6SFANMQZ8HHMK', merchant: ALIPAY_OWNER, place: 'browser', amount: 3100 },
  ...{ description: '第 7 号单 核桃/蜂蜜 & 一斤=500 克', expiresAt: now + 15 * MINUTE },
  ...{ noticeUrl: `${notices.origin}/notices`, returnUrl: 'https://shop.example/order?shop=1&order=2' },
  ...changes,
})

/** Opens the page of a payment, and pays by default. */
async function visit(changes: Partial<PaymentRequest>, outcome: 'pay' | 'cancel' = 'pay') {
  const till = await gateway.prepare(request(changes))
  if (till.kind !== 'redirect') throw new Error('no page')
  await answerPage(till, outcome)
}

const keyOf = (number: string, merchant = ALIPAY_OWNER) => ({ number, merchant })
const refused = (work: Promise<unknown>) =>
  work.then(
    () => Promise.reject(new Error('accepted')),
    () => undefined,
  )

async function refundInParts() {
  const payment = { ...keyOf('WAP1'), amount: 3100 }
  const refund = { payment, noticeUrl: '' }
  await gateway.refund({ ...refund, number: 'WAP1-1', amount: 1000, reason: '少了一斤' })
  await gateway.refund({ ...refund, number: 'WAP1-1', amount: 1000, reason: '少了一斤' })
  await refused(gateway.refund({ ...refund, number: 'WAP1-2', amount: 9900 }))
  await gateway.queryRefund({ number: 'WAP1-1', payment })
  await gateway.queryRefund({ number: 'WAP1-9', payment })
  await refused(gateway.queryRefund({ number: 'NONE-1', payment: { ...payment, number: 'NONE' } }))
}

/** All calls of the server, with their refusals. */
async function makeAllCalls() {
  await visit({ number: 'WAP0' }, 'cancel')
  await gateway.query(keyOf('WAP0'))
  await gateway.close(keyOf('WAP0'))
  await gateway.close(keyOf('NONE'))
  await visit({ number: 'WAP1' })
  await visit({ number: 'WAP2', merchant: ALIPAY_SELLER, returnUrl: undefined })
  await bed.simulator.work()
  await gateway.query(keyOf('WAP1'))
  await gateway.query(keyOf('WAP2', ALIPAY_SELLER))
  await gateway.query(keyOf('NONE'))
  await refused(gateway.close(keyOf('WAP1')))
  await refundInParts()
  await visit({ number: 'PC1', place: 'computer' })
  await gateway.query(keyOf('PC1'))
  await visit({ number: 'WAP3' })
  const payment = { ...keyOf('WAP3'), amount: 3100 }
  await gateway.refund({ number: 'WAP3-1', payment, amount: 3100, noticeUrl: '' })
  await gateway.query(keyOf('WAP3'))
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  await refused((await bed.connect({ baseUrl: recorder.origin, privateKey: pem })).query(keyOf('WAP1')))
}

async function readStatements() {
  now += DAY
  await gateway.statement('2026-11-28')
  await refused(gateway.statement('2026-11-29'))
  now -= DAY
}

/** The rows of a bill, which the server downloads from an address of its own. */
async function downloadRows(): Promise<Captured[]> {
  const name = 'GET /v3/alipay/data/dataservice/bill/downloadurl/query reply'
  const reply = recorder.captured.find(({ table }) => table === name)
  const response = await fetch(String(reply?.object.bill_download_url))
  return readBill(new Uint8Array(await response.arrayBuffer())).map((object) => ({
    table: 'row of a bill',
    // an empty cell is a field that is absent
    object: Object.fromEntries(Object.entries(object).filter(([, cell]) => cell !== '')),
  }))
}

beforeAll(async () => {
  bed = await startAlipay(() => now)
  recorder = await recordExchange(bed.simulator.origin)
  notices = await receiveNotices()
  gateway = await bed.connect({ baseUrl: recorder.origin })
  await makeAllCalls()
  await readStatements()
  captured = [...recorder.captured, ...notices.captured, ...(await downloadRows())]
})
afterAll(() => Promise.all([recorder.close(), notices.close(), bed.close()]))

const ROLE = 'merchant'

const errorsOf = ({ table, object }: Captured): string[] => {
  const fields = fieldTables[table]
  if (!fields) return [`no table of ${table}`]
  return findErrors(object, fields, ROLE).map((error) => `${table}: ${error}`)
}

describe('what the server and the simulated Alipay send', () => {
  it('has no field, type, length or value that a document contradicts', () => {
    expect(captured.flatMap(errorsOf)).toEqual([])
  })

  it('is captured for every table', () => {
    const names = new Set(captured.map(({ table }) => table))
    expect(Object.keys(fieldTables).filter((name) => !names.has(name))).toEqual([])
  })

  it('is found wrong as soon as any single field of it is changed', () => {
    const mutations = captured.flatMap(({ table, object }) =>
      mutate(object, fieldTables[table] ?? [], ROLE).map((mutation) => ({ table, ...mutation })),
    )
    const changed = new Set(mutations.map(({ table, title }) => `${table}: ${title.split(' ')[0]}`))
    const sent = captured.flatMap(({ table, object }) =>
      Object.keys(object).map((name) => `${table}: ${name}`),
    )
    expect(sent.filter((field) => !changed.has(field))).toEqual([])
    const unnoticed = mutations.filter(
      ({ table, message: object }) => errorsOf({ table, object }).length === 0,
    )
    expect(unnoticed.map(({ table, title }) => `${table}: ${title}`)).toEqual([])
  })

  it('is found wrong when no table knows the call', () => {
    expect(errorsOf({ table: 'POST /v3/alipay/trade/create request', object: {} })).toEqual([
      'no table of POST /v3/alipay/trade/create request',
    ])
  })

  it('asks for documented parts of a refund only', () => {
    const requested = captured.flatMap(
      ({ object: { query_options: options } }) => (options ?? []) as string[],
    )
    expect(requested).toContain('gmt_refund_pay')
    expect(requested.filter((option) => !refundQueryOptions.includes(option))).toEqual([])
  })
})

describe('fieldTables', () => {
  it('names a document for every field, and a limit of its values', () => {
    const vague = Object.values(fieldTables)
      .flat()
      .filter(({ doc, max, pattern, values }) => !doc?.startsWith('https://') || !(max ?? pattern ?? values))
    expect(vague).toEqual([])
  })
})
