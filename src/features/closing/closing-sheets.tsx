import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { useFileLink } from '@/api/use-file-link'
import type { Id } from '@/domain/id'
import { addMonths, type Month, monthOf } from '@/domain/month'
import { MAX_SHEET_ORDERS } from '@/domain/order/order-limits'
import { moneyWords } from '@/locales/payment/money'
import { closingWords } from '@/locales/shop/closing'
import { newId } from '@/platform/device/new-id'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { PeriodSwitch } from '@/ui/period-switch/period-switch'
import { SpreadsheetCard } from '@/ui/spreadsheet-card/spreadsheet-card'
import { Heading } from '@/ui/text/heading'

const words = closingWords.sheets

interface ClosingSheetsProps {
  shopId: Id
  /** The number of the shop's orders. */
  orders: number
}

/** The orders and the ledger of a shop as spreadsheets: sellers no longer read them once the shop has ended. */
export function ClosingSheets({ shopId, orders }: ClosingSheetsProps) {
  return (
    <View className="closing__part">
      <Heading className="closing__title">{words.title}</Heading>
      {orders > MAX_SHEET_ORDERS && (
        <Text className="closing__text">{words.newest(orders, MAX_SHEET_ORDERS)}</Text>
      )}
      <OrderSheet shopId={shopId} />
      <MonthSheets shopId={shopId} />
    </View>
  )
}

function OrderSheet({ shopId }: { shopId: Id }) {
  const link = useFileLink(`orders ${shopId}`, () =>
    call('POST /api/shops/:shopId/orders/sheets', { params: { shopId }, body: {} }),
  )
  return <SpreadsheetCard text={words.orders} link={link} />
}

function MonthSheets({ shopId }: { shopId: Id }) {
  const [month, setMonth] = useState<Month>(() => monthOf(serverNow()))
  const link = useFileLink(`money ${shopId} ${month}`, () =>
    call('POST /api/shops/:shopId/money/:month/sheets', { params: { shopId, month }, body: { id: newId() } }),
  )
  return (
    <>
      <PeriodSwitch
        labels={moneyWords.switch}
        isLast={month >= monthOf(serverNow())}
        shown={moneyWords.month(month)}
        onChange={(by) => setMonth(addMonths(month, by))}
      />
      <SpreadsheetCard text={words.money} link={link} />
    </>
  )
}
