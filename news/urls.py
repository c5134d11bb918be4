"""The newsroom's public addresses that are no pages of the tree."""

from django.urls import path

from news.feedback.public import ReportErrorView
from news.medical.public import SignOffView

app_name = "news"

urlpatterns = [
    path("sign-off/<str:token>/", SignOffView.as_view(), name="sign_off"),
    path("report-an-error/<key:pk>/", ReportErrorView.as_view(), name="report_error"),
]
