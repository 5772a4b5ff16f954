import { type ReactNode, useState } from 'react'
import type { CartItem, CheckedLine } from '@/domain/cart-check'
import type { Shop } from '@/domain/shop'
import { checkoutWords } from '@/locales/checkout'
import { describeFailure } from '@/locales/failure'
import { replace } from '@/platform/navigation/navigate'
import { scrollToElement } from '@/platform/navigation/scroll'
import { urlOf } from '@/routes'
import { Page } from '@/ui/page/page'
import { CheckoutFormView } from './checkout-form'
import type { CheckoutCart } from './checkout-page'
import { CheckoutStatus, hasStatusScreen } from './checkout-status'
import { isOrderChange } from './order-changes'
import { fieldId } from './receiver-fields'
import { rejectedFields } from './rejected-fields'
import { SubmitBar } from './submit-bar'
import { type CheckoutField, useCheckoutForm } from './use-checkout-form'
import { useSubmitOrder } from './use-submit-order'

interface CheckoutScreenProps {
  shop: Shop
  cart: CheckoutCart
  note: ReactNode
  /** Reloads the shop. */
  reload(): Promise<void>
}

const isShort = ({ issue }: CheckedLine) => issue === 'short'
const withAvailableQuantity = (line: CheckedLine): CartItem =>
  isShort(line) ? { ...line.item, quantity: line.quantity } : line.item

/** The checkout of an open shop: the form, or the status of the order. */
export function CheckoutScreen({ shop, cart, note, reload }: CheckoutScreenProps) {
  const [shownLines, setShownLines] = useState<readonly CheckedLine[]>(cart.lines)
  const [tried, setTried] = useState(false)
  const [focus, setFocus] = useState<CheckoutField>()
  const form = useCheckoutForm(shop, cart.lines)
  const submit = useSubmitOrder(shop.id, {
    removeOrdered: cart.removeOrdered,
    onPlaced: (orderId) => replace(urlOf('order', { shop: shop.id, order: orderId })),
    onRejected: () => void reload(),
  })
  const { state } = submit
  const rejection = state.phase === 'rejected' ? state.failure : undefined
  const invalidFields = [
    ...(tried ? form.invalidFields : []),
    ...(rejection ? rejectedFields(rejection) : []),
  ]

  const placeOrder = () => {
    const [first] = form.invalidFields
    const body = form.body()
    setTried(true)
    if (first) {
      setFocus(first)
      scrollToElement(fieldId(first))
      return
    }
    if (!body) return
    setShownLines(cart.lines)
    // the form shows the available quantity: the cart is reduced to it, so nothing remains there after ordering
    if (cart.lines.some(isShort)) cart.replace(cart.lines.map(withAvailableQuantity))
    submit.submit(body)
  }

  const isFormShown =
    (state.phase === 'editing' && cart.lines.length > 0) ||
    state.phase === 'sending' ||
    (rejection !== undefined && !isOrderChange(rejection) && !hasStatusScreen(rejection))
  const message = rejection
    ? describeFailure(rejection)
    : submit.notPlaced
      ? checkoutWords.notPlaced
      : undefined
  return (
    <Page
      title={checkoutWords.title}
      wide
      foot={
        isFormShown && (
          <SubmitBar
            total={form.sums.total}
            busy={state.phase === 'sending'}
            disabled={form.lines.length === 0 || !form.method}
            onSubmit={placeOrder}
          />
        )
      }
    >
      {isFormShown && note}
      {isFormShown ? (
        <CheckoutFormView
          shop={shop}
          lines={cart.lines}
          form={form}
          invalidFields={invalidFields}
          focus={focus}
          message={message}
        />
      ) : (
        <CheckoutStatus shop={shop} shownLines={shownLines} submit={submit} cart={cart} />
      )}
    </Page>
  )
}
