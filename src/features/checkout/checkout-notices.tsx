import type { Failure } from '@/domain/failure'
import type { Shop } from '@/domain/shop'
import { checkoutWords } from '@/locales/zh-CN/checkout'
import { dial } from '@/platform/device/dial'
import { backToShop, go, restart } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Notice } from '@/ui/notice/notice'

const toShop = backToShop

export function ShopMissing() {
  const { title, text, home } = checkoutWords.gone
  return (
    <Notice icon="store" title={title} text={text}>
      <Button kind="soft" onPress={() => restart(urlOf('home'))}>
        {home}
      </Button>
    </Notice>
  )
}

export function NothingChosen({ slug }: { slug: string }) {
  const { title, text, shop } = checkoutWords.empty
  return (
    <Notice icon="cart" title={title} text={text}>
      <Button onPress={() => toShop(slug)}>{shop}</Button>
    </Notice>
  )
}

/** The shop takes no orders for some days. */
export function ShopRests({ shop, until }: { shop: Pick<Shop, 'slug' | 'phone'>; until: string }) {
  const { title, text, shop: back, call } = checkoutWords.resting
  const { phone, slug } = shop
  return (
    <Notice icon="clock" title={title} text={text(until)}>
      {phone && (
        <Button icon="phone" onPress={() => dial(phone)}>
          {call}
        </Button>
      )}
      <Button kind="line" onPress={() => toShop(slug)}>
        {back}
      </Button>
    </Notice>
  )
}

/** No answer that says whether the order is placed: the same order can be sent again, and no second one comes of it. */
export function NotKnownYet(props: {
  shop: Pick<Shop, 'phone'>
  failure: Failure
  onAgain(): void
  onEdit(): void
}) {
  const { code } = props.failure
  const { phone } = props.shop
  const { said, again, call, look, edit } = checkoutWords.unknown
  return (
    <Notice icon={code === 'offline' || code === 'timeout' ? 'offline' : 'warn'} {...said(code)}>
      <Button onPress={props.onAgain}>{again}</Button>
      {phone && (
        <Button kind="soft" icon="phone" onPress={() => dial(phone)}>
          {call}
        </Button>
      )}
      <Button kind="soft" onPress={() => go(urlOf('orders'))}>
        {look}
      </Button>
      <Button kind="line" onPress={props.onEdit}>
        {edit}
      </Button>
    </Notice>
  )
}

/** An earlier try had arrived after all; what was put in since is still there to be ordered. */
export function AlreadyPlaced({ onLook, onGoOn }: { onLook(): void; onGoOn?(): void }) {
  const { title, text, look, goOn } = checkoutWords.already
  return (
    <Notice icon="check" title={title} text={text}>
      <Button onPress={onLook}>{look}</Button>
      {onGoOn && (
        <Button kind="line" onPress={onGoOn}>
          {goOn}
        </Button>
      )}
    </Notice>
  )
}
