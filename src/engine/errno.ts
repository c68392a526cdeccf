import {wordsOf} from '../lint/crash.ts'

const remedies: Readonly<Record<string, string>> = {
  EACCES: 'permission denied, change the rights of the file and its folder',
  EPERM: 'permission denied, change the rights of the file and its folder',
  EROFS: 'the disk is read-only, copy the file to another one',
  ENOSPC: 'no space left on the disk, free some',
  EDQUOT: 'the disk quota is used up, free some space',
  EIO: 'the disk reports an error, check it',
  ENOENT: 'it is gone, check the path',
  ENOTDIR: 'it is gone, check the path',
  ELOOP: 'its symbolic links form a loop, correct them',
  EBUSY: 'another program holds it, close that'
}

/** What keeps a file from being read or written and what to do about it, in words; of another error its message. */
export function reasonOf(error: unknown): string {
  return remedies[codeOf(error) ?? ''] ?? wordsOf(error)
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
