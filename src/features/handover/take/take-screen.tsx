import { Text, View } from '@tarojs/components'
import { type ComponentType, useEffect, useRef, useState } from 'react'
import { call } from '@/api/call'
import type { Handover, Taken } from '@/contract/shop/handovers'
import type { Id } from '@/domain/id'
import { takeWords as words } from '@/locales/shop/handover'
import { aria } from '@/platform/a11y/aria'
import { go, restart } from '@/platform/navigation/navigate'
import { useRequest } from '@/platform/network/use-request'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Heading } from '@/ui/text/heading'
import { CodeForm } from './code-form'
import { FoundCard } from './found-card'
import { type DraftStorage, StoreDraft } from './store-draft'
import '../handover.scss'

type TakenShop = Extract<Taken, { kind: 'shop' }>

/** The owner's key of the shop that was taken over; the page supplies the component. */
type KeyRow = ComponentType<{ shopId: Id; shopName: string; slug: string; initialKey?: string | undefined }>

interface TakeScreenProps extends DraftStorage {
  /** A code that came with a scanned address. */
  firstCode: string | null
  hasDraft: boolean
  KeyRow: KeyRow
}

/** Takes over a shop, a draft or an hour of help by a code of another phone. */
export function TakeScreen({ firstCode, hasDraft, storePhoto, onDraft, KeyRow }: TakeScreenProps) {
  const take = useTake()
  const { found, taken, busy, failure } = take
  const [isFirst, setIsFirst] = useState(firstCode !== null)
  const readFirst = useRef(() => firstCode !== null && take.read(firstCode))
  useEffect(() => void readFirst.current(), [])
  useEffect(() => {
    if (taken?.kind === 'help') restart(urlOf('merchant', { shop: taken.shopId }))
  }, [taken])

  const content = () => {
    if (taken?.kind === 'shop') return <TakenOver shop={taken} KeyRow={KeyRow} />
    if (taken?.kind === 'draft') return <StoreDraft taken={taken} storePhoto={storePhoto} onDraft={onDraft} />
    if (taken || (isFirst && busy === 'reading')) return <Skeleton />
    if (!found)
      return (
        <CodeForm
          busy={busy === 'reading'}
          failure={failure}
          onCode={(code) => {
            setIsFirst(false)
            take.read(code)
          }}
        />
      )
    return (
      <FoundCard
        handover={found.handover}
        busy={busy === 'accepting'}
        failure={failure}
        hasDraft={hasDraft}
        onAccept={take.accept}
        onOther={take.reset}
      />
    )
  }
  return <Page title={words.title}>{content()}</Page>
}

/** The shop is this phone's: its key, and the ways to it. */
function TakenOver({ shop, KeyRow }: { shop: TakenShop; KeyRow: KeyRow }) {
  const { shopId, slug, name, key } = shop
  return (
    <View className="handover" {...aria({ live: 'polite' })}>
      <Heading className="handover__title">{words.done.title}</Heading>
      <Text>{words.done.text(name)}</Text>
      <Card>
        <View className="handover__group">
          <Text className="handover__strong">{words.done.key}</Text>
          <KeyRow shopId={shopId} shopName={name} slug={slug} initialKey={key} />
        </View>
      </Card>
      <Button onPress={() => restart(urlOf('merchant', { shop: shopId }))}>{words.done.manage}</Button>
      <Button kind="line" onPress={() => go(urlOf('helpLog', { shop: shopId }))}>
        {words.done.log}
      </Button>
    </View>
  )
}

/** Reads a code and takes its handover. A second tap does nothing while a request is under way. */
function useTake() {
  /** A code and its handover, until the handover is taken. */
  const [found, setFound] = useState<{ code: string; handover: Handover }>()
  const [taken, setTaken] = useState<Taken>()
  const { busy, failure, setFailure, send } = useRequest<'reading' | 'accepting'>()

  const read = async (code: string) => {
    const result = await send(() => call('POST /api/handover-codes/read', { body: { code } }), 'reading')
    if (result?.ok) setFound({ code, handover: result.data })
  }

  const accept = async (centre?: string) => {
    if (!found) return
    const body = { code: found.code, ...(centre === undefined ? {} : { centre }) }
    const result = await send(() => call('POST /api/handover-codes/accept', { body }), 'accepting')
    if (result?.ok) setTaken(result.data)
  }

  return {
    ...{ found, taken, busy, failure },
    read: (code: string) => void read(code),
    /** Takes the handover; a helper names the centre for which they act. */
    accept: (centre?: string) => void accept(centre),
    /** Goes back to another code. */
    reset: () => {
      setFound(undefined)
      setFailure(undefined)
    },
  }
}
