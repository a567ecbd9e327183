-- AlterTable
ALTER TABLE "ScoreAlert" ADD COLUMN     "gathered" BOOLEAN NOT NULL DEFAULT false;

-- Every template by now, with the one that tells in one list what stood already.
alter table "OutboxItem" drop constraint "approved_or_notice";
alter table "OutboxItem" add constraint "approved_or_notice" check (
  case kind
    when 'final' then
      audience in ('client', 'team') and "relayId" is not null and "versionId" is not null and "versionKind" is not null
      and "versionKind" = 'final' and "bodyHash" is not null and template is null and payload is null
    when 'notice' then
      "versionId" is null and "versionKind" is null and "bodyHash" is null and template is not null and payload is not null
      and payload ->> 'template' = template
      and case audience
        when 'client' then template in
          ('received', 'welcome', 'greeting', 'invitation_refused', 'help', 'language_choose', 'language_set', 'group_linked',
           'file_not_taken')
        when 'team' then template in
          ('state', 'returned', 'rejected', 'trouble', 'file_not_taken', 'reacted', 'asked', 'chased')
        when 'manager' then template in
          ('card', 'card_files', 'trouble', 'assigned', 'unassigned', 'snooze_over', 'sla', 'digest', 'alert', 'gathered_alerts', 'contact_told')
      end
  end
);
