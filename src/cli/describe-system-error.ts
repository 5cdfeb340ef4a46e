const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EISDIR: 'a folder has that name',
  ENOTDIR: 'part of the path is a file, not a folder',
  EEXIST: 'something with that name is in the way',
  EPIPE: 'nobody reads it any longer',
  ENAMETOOLONG: 'the name is too long',
  EBADF: 'it is closed, or only to be read from',
};

/** Why the system refused to write, for people; its own words where we have none. */
export function describeSystemError(error: NodeJS.ErrnoException): string {
  return REASONS[error.code ?? ''] ?? error.message;
}
