import { type ReactNode, useState } from 'react'
import type { CartItem, CheckedLine } from '@/domain/cart-check'
import type { Shop } from '@/domain/shop'
import { checkoutWords } from '@/locales/zh-CN/checkout'
import { sayFailure } from '@/locales/zh-CN/failure'
import { replace } from '@/platform/navigation/navigate'
import { scrollToElement } from '@/platform/navigation/scroll'
import { urlOf } from '@/routes'
import { Page } from '@/ui/page/page'
import { isChange } from './changed-facts'
import { CheckoutFormView } from './checkout-form'
import type { CheckoutCart } from './checkout-page'
import { hasOwnScreen, OtherThanForm } from './other-than-form'
import { partOf } from './receiver-fields'
import { refusedFields } from './refused-fields'
import { SubmitBar } from './submit-bar'
import { type FaultField, useCheckoutForm } from './use-checkout-form'
import { useSubmit } from './use-submit'

interface CheckoutScreenProps {
  shop: Shop
  cart: CheckoutCart
  note: ReactNode
  /** Reads the shop anew. */
  reload(): Promise<void>
}

const isShort = ({ trouble }: CheckedLine) => trouble === 'short'
const asCounted = (line: CheckedLine): CartItem =>
  isShort(line) ? { ...line.item, quantity: line.quantity } : line.item

/** The order to be placed: the form, or what stands in its way. */
export function CheckoutScreen({ shop, cart, note, reload }: CheckoutScreenProps) {
  const [seen, setSeen] = useState<readonly CheckedLine[]>(cart.lines)
  const [tried, setTried] = useState(false)
  const [focus, setFocus] = useState<FaultField>()
  const form = useCheckoutForm(shop, cart.lines)
  const submit = useSubmit(shop.id, {
    takeOut: cart.takeOut,
    onPlaced: (orderId) => replace(urlOf('order', { shop: shop.id, order: orderId })),
    onRefused: () => void reload(),
  })
  const { state } = submit
  const refused = state.phase === 'refused' ? state.failure : undefined
  const faults = [...(tried ? form.faults : []), ...(refused ? refusedFields(refused) : [])]

  const press = () => {
    const [first] = form.faults
    const body = form.body()
    setTried(true)
    if (first) {
      setFocus(first)
      scrollToElement(partOf(first))
      return
    }
    if (!body) return
    setSeen(cart.lines)
    // where there is too little she was told how much is counted: the rest is not left over once that is ordered
    if (cart.lines.some(isShort)) cart.replace(cart.lines.map(asCounted))
    submit.submit(body)
  }

  const formShown =
    (state.phase === 'editing' && cart.lines.length > 0) ||
    state.phase === 'sending' ||
    (refused !== undefined && !isChange(refused) && !hasOwnScreen(refused))
  const said = refused ? sayFailure(refused) : submit.notPlaced ? checkoutWords.notPlaced : undefined
  return (
    <Page
      title={checkoutWords.title}
      wide
      foot={
        formShown && (
          <SubmitBar
            total={form.sums.total}
            busy={state.phase === 'sending'}
            disabled={form.lines.length === 0 || !form.method}
            onSubmit={press}
          />
        )
      }
    >
      {formShown && note}
      {formShown ? (
        <CheckoutFormView
          shop={shop}
          lines={cart.lines}
          form={form}
          faults={faults}
          focus={focus}
          said={said}
        />
      ) : (
        <OtherThanForm shop={shop} seen={seen} submit={submit} cart={cart} />
      )}
    </Page>
  )
}
