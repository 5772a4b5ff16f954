import { apiTables } from './api-fields'
import { noticeAndBillTables } from './notice-and-bill-fields'
import { pageTables } from './page-fields'
import type { FieldTable } from './shared-fields'

export { refundQueryOptions } from './api-fields'

/** A table for every object that crosses the border between the server and Alipay. */
export const fieldTables: Readonly<Record<string, FieldTable>> = {
  ...pageTables,
  ...apiTables,
  ...noticeAndBillTables,
}
