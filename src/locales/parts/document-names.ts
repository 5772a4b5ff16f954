import type { DocumentKind } from '@/domain/documents'
import { translated } from '../translation'

export const documentNames = translated('documentNames', {
  agreement: '服务协议',
  rules: '平台规则',
  privacy: '隐私政策',
} as const satisfies Record<DocumentKind, string>)
