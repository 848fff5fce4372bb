### Reports of meeting platforms: whose each is, and what a row of it means. The names are those in `src/formats/platforms`.

# A report that has no words of its own.
unnamed = a log of a meeting
webex = Webex's report, one row a connection
teams-report-2021 = Teams's report of 2021, one row a stay
teams-report = Teams's report in sections, one row a stay
teams-list = Teams's list of comings and leavings
teams-live-event = Teams's list of a live event's comings and leavings
goto-webinar = GoToWebinar's report
zoom-meeting = Zoom's report of a meeting, one row a connection
zoom-unique-users = Zoom's report of a meeting's users, one row a name
zoom-webinar = Zoom's report of a webinar, one row a connection
zoom-dashboard = Zoom's list of many meetings, one row a connection
bigbluebutton = BigBlueButton's learning dashboard, one row a user
google-meet = Google Meet's report
