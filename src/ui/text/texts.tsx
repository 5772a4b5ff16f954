import { Text } from '@tarojs/components'

/** Several texts, each an element of its own; no two of them are the same. */
export const Texts = ({ className, texts }: { className: string; texts: readonly string[] }) =>
  texts.map((text) => (
    <Text key={text} className={className}>
      {text}
    </Text>
  ))
