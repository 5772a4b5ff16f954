import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { RouteReply } from '@/contract/routes'
import { operatedShopsWords } from '@/locales/operator/console'
import { copyText } from '@/platform/device/clipboard'
import { newId } from '@/platform/device/new-id'
import { Button } from '@/ui/button/button'
import { Choice } from '@/ui/choice/choice'
import { Sheet } from '@/ui/sheet/sheet'
import { Texts } from '@/ui/text/texts'
import { ReasonSheet } from '../reason-sheet'

export type OperatedShop = RouteReply<'GET /api/operator/shops'>['items'][number]

interface ShopSheetProps {
  shop: Pick<OperatedShop, 'id' | 'name'>
  onClose(): void
  onDone(): void
}

interface BlockSheetProps extends ShopSheetProps {
  /** True to block the shop, false to end its block. */
  isBlocking: boolean
}

/** Blocks a shop with words for its owner, or ends its block. */
export function BlockSheet({ shop, isBlocking, onClose, onDone }: BlockSheetProps) {
  const words = isBlocking ? operatedShopsWords.blockSheet : operatedShopsWords.unblockSheet
  return (
    <ReasonSheet
      title={words.title(shop.name)}
      {...(isBlocking ? { text: operatedShopsWords.blockSheet.text } : {})}
      labels={
        isBlocking
          ? { reason: words.reason, ownerReason: operatedShopsWords.blockSheet.ownerReason }
          : { reason: words.reason }
      }
      missing={operatedShopsWords.blockSheet.missing}
      yes={words.yes}
      yesKind={isBlocking ? 'bad' : 'main'}
      busy={words.busy}
      onClose={onClose}
      onSend={(reasons) =>
        call('PUT /api/operator/shops/:shopId/block', {
          params: { shopId: shop.id },
          body: { blocked: isBlocking, ...reasons },
        })
      }
      onSent={onDone}
    />
  )
}

/** Issues a new key of a shop, after the operator has said how it was checked who asks, and shows it once. */
export function KeySheet({ shop, onClose, onDone }: ShopSheetProps) {
  const words = operatedShopsWords.keySheet
  const [id] = useState(newId)
  const [isTransfer, setIsTransfer] = useState(false)
  const [key, setKey] = useState<string>()
  const [isCopied, setIsCopied] = useState(false)
  if (key === undefined)
    return (
      <ReasonSheet
        title={words.title}
        text={words.text}
        labels={{ reason: words.check }}
        missing={words.missing}
        yes={words.yes}
        busy={words.busy}
        onClose={onClose}
        onSend={async ({ reason }) => {
          const body = { id, check: reason, ...(isTransfer ? { transfer: true } : {}) }
          const result = await call('POST /api/operator/shops/:shopId/key', {
            params: { shopId: shop.id },
            body,
          })
          if (result.ok) setKey(result.data.key)
          return result
        }}
        onSent={() => undefined}
      >
        <Choice
          role="checkbox"
          words={words.transfer}
          note={words.transferNote}
          chosen={isTransfer}
          onPress={() => setIsTransfer(!isTransfer)}
        />
      </ReasonSheet>
    )
  return (
    <Sheet title={words.title} onClose={onDone}>
      <View className="console__part">
        <Text className="console__text">{words.done}</Text>
        <Text className="console__key">{key}</Text>
        <Button kind="soft" icon="copy" onPress={() => void copyText(key).then(setIsCopied)}>
          {isCopied ? words.copied : words.copy}
        </Button>
      </View>
    </Sheet>
  )
}

/** Tells the owners of a shop something, which stands on their first screen until one of them confirms it. */
export function MessageSheet({ shop, onClose, onDone }: ShopSheetProps) {
  const words = operatedShopsWords.messageSheet
  const [messageId] = useState(newId)
  return (
    <ReasonSheet
      title={words.title(shop.name)}
      text={words.text}
      labels={{ reason: words.message }}
      missing={words.missing}
      yes={words.yes}
      busy={words.busy}
      onClose={onClose}
      onSend={({ reason: text }) =>
        call('PUT /api/operator/shops/:shopId/messages/:messageId', {
          params: { shopId: shop.id, messageId },
          body: { text },
        })
      }
      onSent={onDone}
    />
  )
}

/** Writes a shop and its orders into a folder of the server and deletes it, then says where they are. */
export function RemoveSheet({ shop, onClose, onDone }: ShopSheetProps) {
  const words = operatedShopsWords.removeSheet
  const [id] = useState(newId)
  const [files, setFiles] = useState<string[]>()
  if (files)
    return (
      <Sheet title={words.title(shop.name)} onClose={onDone}>
        <View className="console__part">
          <Text className="console__text">{words.done}</Text>
          <Texts className="console__text" texts={files} />
        </View>
      </Sheet>
    )
  return (
    <ReasonSheet
      title={words.title(shop.name)}
      text={words.text}
      labels={{ reason: words.reason }}
      missing={words.missing}
      refused={words.refused}
      yes={words.yes}
      yesKind="bad"
      busy={words.busy}
      onClose={onClose}
      onSend={async ({ reason }) => {
        const body = { id, reason }
        const result = await call('POST /api/operator/shops/:shopId/removal', {
          params: { shopId: shop.id },
          body,
        })
        if (result.ok) setFiles(result.data.files)
        return result
      }}
      onSent={() => undefined}
    />
  )
}
