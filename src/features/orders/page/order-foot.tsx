import { View } from '@tarojs/components'
import { type PropsWithChildren, useState } from 'react'
import { ordersWords } from '@/locales/order/orders'
import { Button, type ButtonProps } from '@/ui/button/button'
import { ListRow } from '@/ui/row/list-row'
import { Sheet } from '@/ui/sheet/sheet'
import { Alert } from '@/ui/text/alert'
import { useChangedRecently } from '../steps/use-changed-recently'
import type { OrderAction } from './order-action'
import './order-foot.scss'

type OrderFootProps = PropsWithChildren<{
  main: OrderAction | undefined
  /** The other actions, in the order of the rows: those that ask for confirmation come first. */
  more?: readonly OrderAction[]
  busy?: ButtonProps['busy']
  disabled?: boolean
  /** Why the last attempt failed, or how it ended. */
  message?: string | false | undefined
  isTrouble?: boolean
}>

/** The foot of an order's page: 更多 and the main action. Its children are the sheets that actions open. */
export function OrderFoot({ main, more = [], busy, disabled = false, message, ...props }: OrderFootProps) {
  const [isOpen, setIsOpen] = useState(false)
  // another action replaces the pressed one: a double tap on 接单 must not also send the order
  const changed = useChangedRecently(main?.words)
  return (
    <View className="order-foot">
      <Alert className={props.isTrouble === false ? 'order-foot__note' : 'order-foot__trouble'}>
        {message}
      </Alert>
      <View className="order-foot__do">
        {more.length > 0 && (
          <Button kind="line" disabled={disabled || Boolean(busy)} onPress={() => setIsOpen(true)}>
            {ordersWords.further}
          </Button>
        )}
        {main && (
          <View className="order-foot__main">
            <Button
              busy={busy}
              disabled={disabled || changed}
              {...(main.label && !busy ? { label: main.label } : {})}
              onPress={main.run}
            >
              {main.words}
            </Button>
          </View>
        )}
      </View>
      {isOpen && (
        <ActionSheet title={ordersWords.furtherTitle} actions={more} onClose={() => setIsOpen(false)} />
      )}
      {props.children}
    </View>
  )
}

interface ActionSheetProps {
  title: string
  actions: readonly OrderAction[]
  onClose(): void
}

/**
 * Rows of actions, as they were when the sheet opened: nothing moves under a finger. The last two ask for nothing: at their height, a
 * sheet that is opened by one of the others has its confirm button.
 */
export function ActionSheet({ title, actions, onClose }: ActionSheetProps) {
  const [rows] = useState(actions)
  return (
    <Sheet title={title} onClose={onClose}>
      <View className="order-foot__rows">
        {rows.map(({ words, note, icon, run }) => (
          <ListRow
            key={words}
            title={words}
            value={note}
            icon={icon}
            onPress={() => {
              onClose()
              run()
            }}
          />
        ))}
      </View>
    </Sheet>
  )
}
