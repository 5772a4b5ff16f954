import type { FailureCode } from '@/domain/failure'
import { assetUrl } from '@/platform/network/asset-url'
import { signIn } from '@/platform/network/sign-in'
import { FileMissingError, type LocalFiles } from '@/platform/storage/local-files'
import { failure, type Result, readReply } from './result'
import { ensureSession } from './session'
import { unanswered } from './unanswered'

interface Sending {
  id: string
  path: string
  /** What it means that the phone has it no more. */
  gone: FailureCode
}

/** Sends a file kept on this phone to where it belongs. `progress` gets 0 to 1. */
export async function sendFile<Reply>(
  files: Pick<LocalFiles, 'upload'>,
  { id, path, gone }: Sending,
  progress?: (part: number) => void,
): Promise<Result<Reply>> {
  const session = await ensureSession()
  if (!session.ok) return session
  try {
    return readReply(await files.upload(id, assetUrl(path), signIn.token(), progress))
  } catch (error) {
    return error instanceof FileMissingError ? failure(gone) : unanswered(error)
  }
}
