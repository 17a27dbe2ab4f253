/** Where a reader reports a row: to whom this copy of the site names, with the row and its address written down already. */

/** Settings of the build, as in the environment. */
type Settings = Readonly<Record<string, string | undefined>>;

interface Report {
  subject: string;
  body: string;
}

/**
 * CONTACT, a `mailto:` or a page, comes before REPOSITORY, the address of a repository whose forms read `title` and
 * `body`, as those of GitHub and Forgejo do.
 * @returns undefined where neither is set
 */
export function reportLink({ CONTACT, REPOSITORY }: Settings, { subject, body }: Report): string | undefined {
  const query = (fields: Record<string, string>) =>
    Object.entries(fields)
      .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
      .join('&');
  if (CONTACT?.startsWith('mailto:'))
    return `${CONTACT}${CONTACT.includes('?') ? '&' : '?'}${query({ subject, body })}`;
  if (CONTACT) return CONTACT;
  if (REPOSITORY) return `${REPOSITORY.replace(/\/+$/, '')}/issues/new?${query({ title: subject, body })}`;
  return undefined;
}
