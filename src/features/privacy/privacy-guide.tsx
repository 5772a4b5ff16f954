import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { privacyWords as words } from '@/locales/privacy'
import { heading } from '@/platform/a11y/aria'
import { Card } from '@/ui/card/card'
import { Page } from '@/ui/page/page'
import './privacy-guide.scss'

/** The privacy page: what is stored and why, in plain language. `mine` is about what is kept of the reader. */
export function PrivacyGuide({ mine }: { mine: ReactNode }) {
  return (
    <Page title={words.title}>
      <View className="privacy-guide">
        <Text className="privacy-guide__lead">{words.lead}</Text>
        {words.parts.map((part) => (
          <Card key={part.title}>
            <Text className="privacy-guide__title" {...heading(2)}>
              {part.title}
            </Text>
            <Text className="privacy-guide__text">{part.text}</Text>
          </Card>
        ))}
        {mine}
      </View>
    </Page>
  )
}
