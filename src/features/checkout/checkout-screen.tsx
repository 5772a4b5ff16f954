import { Text, View } from '@tarojs/components'
import { type CSSProperties, type ReactNode, useEffect, useState } from 'react'
import { type Theme, themeVariables } from '@/domain/look/theme'
import type { Fen } from '@/domain/money'
import type { OnlineOffer } from '@/domain/payment/payment-rights'
import type { CartItem, CheckedLine } from '@/domain/product/cart-check'
import type { Shop } from '@/domain/shop/shop'
import { checkoutWords } from '@/locales/order/checkout'
import { replace } from '@/platform/navigation/navigate'
import { scrollToElement } from '@/platform/navigation/scroll'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Page } from '@/ui/page/page'
import { CheckoutFormView } from './checkout-form'
import type { CheckoutCart } from './checkout-page'
import { CheckoutStatus, hasStatusScreen } from './checkout-status'
import { isOrderChange } from './lines/order-changes'
import { fieldId } from './receiver/receiver-fields'
import { messageOf } from './submit/checkout-message'
import { rejectedChoice, rejectedFields } from './submit/rejected-fields'
import { type Submit, useSubmitOrder } from './submit/use-submit-order'
import { type CheckoutField, type CheckoutWish, useCheckoutForm } from './use-checkout-form'
import './checkout-screen.scss'

interface CheckoutScreenProps {
  shop: Shop
  theme: Theme
  offers: readonly OnlineOffer[] | undefined
  cart: CheckoutCart
  wish: CheckoutWish
  note: ReactNode
  /** Shown if the shop is not found. */
  notFound: ReactNode
  /** Reloads the shop. */
  reload(): Promise<void>
}

const isShort = ({ issue }: CheckedLine) => issue === 'short'
const withAvailableQuantity = (line: CheckedLine): CartItem =>
  isShort(line) ? { ...line.item, quantity: line.quantity } : line.item

/** The form, the order being sent, and placing it: an incomplete form shows its errors instead. */
function useCheckout({
  shop,
  offers,
  cart,
  wish,
  reload,
}: Omit<CheckoutScreenProps, 'theme' | 'note' | 'notFound'>) {
  const [shownLines, setShownLines] = useState<readonly CheckedLine[]>(cart.lines)
  const [tried, setTried] = useState(false)
  const [focus, setFocus] = useState<CheckoutField>()
  const form = useCheckoutForm({ shop, offers }, cart.lines, wish)
  const submit = useSubmitOrder(shop.id, {
    removeOrdered: cart.removeOrdered,
    onPlaced: (orderId, waitsForPayment) =>
      replace(urlOf('order', { shop: shop.id, order: orderId, ...(waitsForPayment ? { pay: '1' } : {}) })),
    onRejected: (failure) => {
      form.applyRefusal(failure)
      void reload()
    },
  })
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

  const rejection = submit.state.phase === 'rejected' ? submit.state.failure : undefined
  useEffect(() => {
    if (rejection)
      scrollToElement(fieldId(rejectedChoice(rejection) ?? rejectedFields(rejection)[0] ?? 'top'))
  }, [rejection])
  const invalidFields = [
    ...(tried ? form.invalidFields : []),
    ...(rejection ? rejectedFields(rejection) : []),
  ]
  return { form, submit, shownLines, invalidFields, focus, placeOrder }
}

/** True if the form is shown instead of the status of the order. */
function showsForm({ state }: Submit, cart: CheckoutCart): boolean {
  if (state.phase === 'rejected') return !isOrderChange(state.failure) && !hasStatusScreen(state.failure)
  return state.phase === 'sending' || (state.phase === 'editing' && cart.lines.length > 0)
}

/** The checkout of an open shop: the form, or the status of the order. */
export function CheckoutScreen({ theme, note, notFound, ...checkout }: CheckoutScreenProps) {
  const { shop, cart } = checkout
  const { form, submit, shownLines, invalidFields, focus, placeOrder } = useCheckout(checkout)
  const isFormShown = showsForm(submit, cart)
  return (
    <Page
      title={checkoutWords.title}
      wide
      style={themeVariables(theme) as CSSProperties}
      foot={
        isFormShown && (
          <SubmitBar
            total={form.sums.total}
            busy={submit.state.phase === 'sending'}
            disabled={form.lines.length === 0 || form.methods.length === 0}
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
          message={messageOf(submit, form)}
        />
      ) : (
        <CheckoutStatus shop={shop} shownLines={shownLines} submit={submit} cart={cart} notFound={notFound} />
      )}
    </Page>
  )
}

interface SubmitBarProps {
  total: Fen
  busy: boolean
  disabled: boolean
  onSubmit(): void
}

/** The foot of the checkout: the total and the submit button. */
function SubmitBar({ total, busy, disabled, onSubmit }: SubmitBarProps) {
  const { sum, submit, sending } = checkoutWords
  return (
    <View className="submit-bar">
      <View className="submit-bar__sum">
        <Text className="submit-bar__label">{checkoutWords.total}</Text>
        <Text className="submit-bar__total">{sum(total)}</Text>
      </View>
      <View className="submit-bar__button">
        <Button onPress={onSubmit} busy={busy && sending} disabled={disabled}>
          {submit}
        </Button>
      </View>
    </View>
  )
}
