import { expect, test } from 'vitest';
import { reportLink } from './_report';

const report = {
  subject: 'Row moves/a-b-2025',
  body: 'Row: moves/a-b-2025\nAddress: https://example.org/row/moves/a-b-2025/\n',
};
/** What a host or a program for mail reads from a link. */
const fields = (link = '') => Object.fromEntries(new URL(link).searchParams);

test('a report of a row goes to the contact of this copy, with the row and its address', () => {
  const link = reportLink(
    { CONTACT: 'mailto:desk@example.org', REPOSITORY: 'https://example.com/x' },
    report,
  );
  expect(link).toMatch(/^mailto:desk@example\.org\?subject=/);
  expect(link).not.toMatch(/[ \n+]/);
  expect(fields(link)).toEqual(report);
});

test('else to the repository, as an issue that is filled in', () => {
  const link = reportLink({ REPOSITORY: 'https://example.com/owner/name/' }, report);
  expect(link).toMatch(/^https:\/\/example\.com\/owner\/name\/issues\/new\?/);
  expect(fields(link)).toEqual({ title: report.subject, body: report.body });
});

test('a contact that is a page is linked as it is, and without one there is no link', () => {
  expect(reportLink({ CONTACT: 'https://example.org/desk' }, report)).toBe('https://example.org/desk');
  expect(reportLink({}, report)).toBeUndefined();
  expect(reportLink({ CONTACT: '', REPOSITORY: '' }, report)).toBeUndefined();
});
