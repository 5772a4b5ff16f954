import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Id } from '@/domain/id'
import { applyWords as words } from '@/locales/payment/payment-application'
import { Button } from '@/ui/button/button'
import { dropDraft, useApplicationDrafts } from './application-draft-store'
import { AskSheet } from './ask-sheet'
import './apply.scss'

/** Says that the draft of an application is on this phone, and removes it after a confirmation. Empty without a draft. */
export function StoredDraft({ shopId }: { shopId: Id }) {
  const [isAsking, setAsking] = useState(false)
  const hasDraft = useApplicationDrafts(({ drafts }) => drafts[shopId] !== undefined)
  if (!hasDraft) return null
  return (
    <View className="apply__stored">
      <Text className="apply__note">{words.draftStored}</Text>
      <Button kind="line" icon="trash" onPress={() => setAsking(true)}>
        {words.clear}
      </Button>
      {isAsking && (
        <AskSheet
          words={words.clearing}
          isBad
          onYes={() => dropDraft(shopId)}
          onNo={() => setAsking(false)}
        />
      )}
    </View>
  )
}
