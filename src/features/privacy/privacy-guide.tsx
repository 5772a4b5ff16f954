import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useCall } from '@/api/use-call'
import { documentWords } from '@/locales/person/documents'
import { privacyWords as words } from '@/locales/person/privacy'
import { aria, heading, pressable } from '@/platform/a11y/aria'
import { openPrivacyContract } from '@/platform/device/privacy-contract'
import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Card } from '@/ui/card/card'
import { Icon } from '@/ui/icon/icon'
import { Page } from '@/ui/page/page'
import { ListRow } from '@/ui/row/list-row'
import { Heading } from '@/ui/text/heading'
import './privacy-guide.scss'

/** The privacy page: what is stored and why, in plain language. `mine` is about the data of the reader. */
export function PrivacyGuide({ mine }: { mine: ReactNode }) {
  const operator = useCall('GET /api/health', {}, 'warm').data?.operator
  return (
    <Page title={words.title}>
      <View className="privacy-guide">
        <Text className="privacy-guide__lead">{words.lead}</Text>
        {operator && <Text className="privacy-guide__lead">{words.operator(operator)}</Text>}
        {mine}
        {/* an app of one shop has no platform beside its shop */}
        {!embeddedShop() && (
          <Card flush>
            <ListRow title={documentWords.title} onPress={() => go(urlOf('documents'))} />
          </Card>
        )}
        {openPrivacyContract && (
          <Card flush>
            <ListRow title={words.contract} onPress={openPrivacyContract} />
          </Card>
        )}
        <Heading className="privacy-guide__title">{words.list}</Heading>
        <Card flush>
          {words.parts.map((part) => (
            <Part key={part.title} {...part} />
          ))}
        </Card>
      </View>
    </Page>
  )
}

/** One topic; a tap on its title opens and closes the text. */
function Part({ title, text }: { title: string; text: string }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <View className="privacy-guide__topic">
      <View {...heading(3)}>
        <View
          className="privacy-guide__switch"
          {...pressable(title, () => setIsOpen(!isOpen))}
          {...aria({ expanded: isOpen, label: title })}
        >
          <Text className="privacy-guide__name">{title}</Text>
          <Icon name={isOpen ? 'minus' : 'plus'} size={20} />
        </View>
      </View>
      {isOpen && <Text className="privacy-guide__answer">{text}</Text>}
    </View>
  )
}
