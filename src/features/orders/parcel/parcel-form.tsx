import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Order } from '@/domain/order/order'
import {
  type Carrier,
  canNameParcel,
  carrierOfWaybill,
  carriers,
  isReportable,
  isWaybill,
  toWaybill,
} from '@/domain/order/parcel'
import { parcelWords } from '@/locales/order/parcel'
import { parcelFormWords as words } from '@/locales/order/parcel-form'
import { aria } from '@/platform/a11y/aria'
import { canScanLive, scanCode } from '@/platform/device/scan'
import { Button } from '@/ui/button/button'
import { Chip } from '@/ui/chip/chip'
import { Field } from '@/ui/field/field'
import { Sheet } from '@/ui/sheet/sheet'
import { SheetAnswers } from '@/ui/sheet/sheet-answers'
import { Alert } from '@/ui/text/alert'
import type { OfferedActions } from '../page/order-action'
import type { OrderView } from '../page/order-view'
import { useNameParcel } from './use-name-parcel'
import '../steps/confirm-sheet.scss'
import './parcel-form.scss'

interface ParcelFormOptions {
  order: Order
  /** WeChat holds the money until the parcel is named. */
  isHeld: boolean
  onChanged(order: Order): void
  /** Shows a message. */
  notify(message: string): void
}

/** True if the seller should name the parcel now: buyers wait for it, or WeChat holds the money until then. */
export const isParcelDue = ({ order, isHeld = false }: Pick<OrderView, 'order' | 'isHeld'>): boolean =>
  canNameParcel(order) && !order.parcel && (order.state === 'underway' || isHeld)

/** Lets the seller name the parcel of an order, or correct it. `open` opens the form, as once the order is sent. */
export function useParcelForm(options: ParcelFormOptions): OfferedActions & { open(): void } {
  const { order } = options
  const [isOpen, setIsOpen] = useState(false)
  const open = () => setIsOpen(true)
  if (!canNameParcel(order)) return { actions: [], open }
  return {
    actions: [{ words: order.parcel ? words.correct : words.open, icon: 'edit', run: open }],
    sheet: isOpen && <ParcelSheet {...options} onClose={() => setIsOpen(false)} />,
    open,
  }
}

function ParcelSheet(props: ParcelFormOptions & { onClose(): void }) {
  const { order, isHeld, onChanged, notify, onClose } = props
  const [carrier, setCarrier] = useState<Carrier | undefined>(order.parcel?.carrier)
  const [text, setText] = useState(order.parcel?.waybill ?? '')
  const [tried, setTried] = useState(false)
  const { busy, error, send } = useNameParcel(order, {
    onNamed: (named) => {
      onClose()
      onChanged(named)
    },
    onRefused: (current, message) => {
      onClose()
      notify(message)
      onChanged(current)
    },
  })
  const waybill = toWaybill(text)
  const type = (next: string) => {
    setText(next)
    const named = carrierOfWaybill(toWaybill(next))
    // once, so that the seller can choose another one
    if (named && named !== carrierOfWaybill(waybill)) setCarrier(named)
  }
  const press = () => {
    setTried(true)
    // the same again changes nothing
    if (carrier === order.parcel?.carrier && waybill === order.parcel?.waybill) return onClose()
    if (carrier && isWaybill(waybill)) void send({ carrier, waybill })
  }
  return (
    <Sheet title={words.title} onClose={onClose}>
      <View className="ask-step__fields">
        <CarrierChoice value={carrier} isHeld={isHeld} isMissing={tried && !carrier} onChange={setCarrier} />
        <WaybillField value={text} onChange={type} isWrong={tried && !isWaybill(waybill)} />
        <Alert className="ask-step__trouble">{error}</Alert>
      </View>
      <SheetAnswers no={words.cancel} onNo={onClose}>
        <Button busy={busy && words.busy} onPress={press}>
          {words.confirm}
        </Button>
      </SheetAnswers>
    </Sheet>
  )
}

interface CarrierChoiceProps {
  value: Carrier | undefined
  /** WeChat holds the money, and pays it out only for parcels that can be reported. */
  isHeld: boolean
  isMissing: boolean
  onChange(carrier: Carrier): void
}

function CarrierChoice({ value, isHeld, isMissing, onChange }: CarrierChoiceProps) {
  const offered = isHeld ? carriers.filter(isReportable) : carriers
  return (
    <View>
      <View className="parcel-form__carriers" {...aria({ role: 'radiogroup', label: words.carrier })}>
        {offered.map((carrier) => (
          <Chip key={carrier} role="radio" on={carrier === value} onPress={() => onChange(carrier)}>
            {parcelWords.carriers[carrier]}
          </Chip>
        ))}
      </View>
      {isHeld && <Text className="parcel-form__note">{words.heldCarriers}</Text>}
      <Alert className="ask-step__trouble">{isMissing && words.errors.carrier}</Alert>
    </View>
  )
}

interface WaybillFieldProps {
  value: string
  isWrong: boolean
  onChange(text: string): void
}

/** The number of the waybill, which can be typed, or read from its bar code: by scanning, or from a picture. */
function WaybillField({ value, isWrong, onChange }: WaybillFieldProps) {
  const [unread, setUnread] = useState<'none' | 'unable'>()
  const [isReading, setIsReading] = useState(false)
  const change = (text: string) => {
    setUnread(undefined)
    onChange(text)
  }
  const scan = async () => {
    const scanned = await scanCode('barCode', () => setIsReading(true))
    setIsReading(false)
    if (scanned.kind === 'read') change(scanned.text)
    else if (scanned.kind !== 'cancelled') setUnread(scanned.kind)
  }
  return (
    <>
      <Field
        label={words.waybill}
        value={value}
        onChange={change}
        maxLength={40}
        hint={words.hint}
        error={unread ? words.unread[unread] : isWrong ? words.errors.waybill : undefined}
      />
      <Button
        kind="line"
        size="small"
        icon={canScanLive ? 'qr' : 'camera'}
        busy={isReading && words.reading}
        onPress={() => void scan()}
      >
        {canScanLive ? words.scan : words.photo}
      </Button>
    </>
  )
}
