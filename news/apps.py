from django.apps import AppConfig


class NewsConfig(AppConfig):
    name = "news"
    label = "news"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from django.db.models.signals import post_save, pre_save
        from wagtail.models import Revision

        from news.originality.checking import ask_after_revision
        from news.signals import connect
        from news.standards.gate import judge_schedule

        connect()
        pre_save.connect(judge_schedule, sender=Revision, dispatch_uid="news-judge-schedule")
        post_save.connect(ask_after_revision, sender=Revision, dispatch_uid="news-originality")
